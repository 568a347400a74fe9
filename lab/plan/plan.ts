import type { Order } from '../cli/arguments.ts';
import { CPUS, type CpuPlan, type Way } from './cpus.ts';
import { DRIVER } from './driver.ts';
import { KERNELS, type KernelPlan } from './kernels.ts';

/** One boot: a kernel on a CPU model, in one mode. */
export interface BootPlan {
  readonly kernel: KernelPlan;
  readonly cpu: string;
  readonly way: Way;
  /** With a card and its driver. */
  readonly driver: boolean;
}

/** The boots that a command line asks for. */
export function bootsOf(order: Order): BootPlan[] {
  const { driver } = order;
  const all = driver ? KERNELS.filter(({ few }) => few !== true) : KERNELS;
  const kernels = chosen(KERNELS, order.kernels, order.quick ? [KERNELS[0]] : all);
  const quick = CPUS.filter((cpu) => cpu.quick);
  return kernels.flatMap((kernel) => {
    const few = order.quick || driver || kernel.few === true;
    return chosen(CPUS, order.cpus, few ? quick : CPUS).flatMap((cpu) =>
      waysOf(cpu, order.ways, few).map((way) => ({ kernel, cpu: cpu.name, way, driver })),
    );
  });
}

/** A boot in few words, such as `Linux 7.3.4, neoverse-v1, protected`. */
export function bootName(boot: BootPlan, version = boot.kernel.name): string {
  const extra = [...(boot.way === 'usual' ? [] : [boot.way]), ...(boot.driver ? [DRIVER] : [])];
  return [`Linux ${version}`, boot.cpu, ...extra].join(', ');
}

function waysOf(cpu: CpuPlan, ways: readonly Way[], few: boolean): readonly Way[] {
  if (ways.length > 0) return ways;
  return few ? ['usual'] : cpu.ways;
}

function chosen<T extends { readonly name: string }>(
  all: readonly T[],
  names: readonly string[],
  otherwise: readonly T[],
): readonly T[] {
  return names.length > 0 ? all.filter(({ name }) => names.includes(name)) : otherwise;
}
