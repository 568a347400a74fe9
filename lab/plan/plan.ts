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
  const kernels = chosen(KERNELS, order.kernels, order.quick ? [KERNELS[0]] : KERNELS);
  const { driver } = order;
  const few = order.quick || driver;
  const quick = CPUS.filter((cpu) => cpu.quick);
  const cpus = chosen(CPUS, order.cpus, few ? quick : CPUS);
  return kernels.flatMap((kernel) =>
    cpus.flatMap((cpu) =>
      waysOf(cpu, order).map((way) => ({ kernel, cpu: cpu.name, way, driver })),
    ),
  );
}

/** A boot in few words, such as `Linux 7.3.4, neoverse-v1, protected`. */
export function bootName(boot: BootPlan, version = boot.kernel.name): string {
  const extra = [...(boot.way === 'usual' ? [] : [boot.way]), ...(boot.driver ? [DRIVER] : [])];
  return [`Linux ${version}`, boot.cpu, ...extra].join(', ');
}

function waysOf(cpu: CpuPlan, { quick, driver, ways }: Order): readonly Way[] {
  if (ways.length > 0) return ways;
  return quick || driver ? ['usual'] : cpu.ways;
}

function chosen<T extends { readonly name: string }>(
  all: readonly T[],
  names: readonly string[],
  otherwise: readonly T[],
): readonly T[] {
  return names.length > 0 ? all.filter(({ name }) => names.includes(name)) : otherwise;
}
