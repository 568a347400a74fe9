/**
 * The page once more, from the words of the design and the facts alone: plain objects, text keys,
 * depth first, nothing of src/model. It is slow and small, and has to agree with the packed one on
 * every verdict and every count.
 */
export interface PlainRow {
  readonly slot: string;
  readonly fault: string | null;
  readonly noLeak: boolean | null;
  readonly coherent: boolean | null;
  readonly noStaleFetch: boolean | null;
  readonly noLateFailure: boolean | null;
  readonly keepsCacheable: boolean | null;
  readonly states: number;
  readonly transitions: number;
}

interface State {
  at: 'empty' | 'A' | 'freed' | 'scrubbed' | 'slot' | 'B' | 'refused' | 'failed';
  memory: string;
  line: { value: string; dirty: boolean } | null;
  instruction: string | null;
  last: string | null;
}

type Fault = 'normal' | 'device' | 'normal-nc' | 'EFAULT' | 'EINVAL';
interface Answer {
  slot: 'accepted' | 'EINVAL';
  fault: Fault;
  cleans: boolean;
  invalidates: boolean;
}

/**
 * The answers of the policies for a cacheable VMA outside the linear map, row by row from the
 * table of the facts: what the memslot call does, what the fault does.
 */
function answer(policy: string, fwb: boolean, dic: boolean): Answer {
  const both = fwb && dic;
  const bare = { cleans: false, invalidates: false };
  const normal: Answer = { slot: 'accepted', fault: 'normal', ...bare };
  const device: Answer = { slot: 'accepted', fault: 'device', ...bare };
  const refused: Answer = { slot: 'EINVAL', fault: 'EFAULT', ...bare };
  switch (policy) {
    // "accepted"; "Device, or Normal-NC with VM_ALLOW_ANY_UNCACHED, on every host" [C1, V3-MAZ1]
    case 'fallback-to-device':
      return device;
    // "-EINVAL without FWB and DIC" [V10-5, CODE617]
    case 'error-on-creation':
    case 'opt-in-fallback:error':
      return both ? normal : refused;
    // "accepted"; "Device where the host cannot do it" [V3-SEAN3]
    case 'opt-in-fallback:device':
      return both ? normal : device;
    // "error without FWB"; "FWB: cacheable" [V3-SEAN1, V3-OLI4, V3-JGG6]
    case 'fwb-only':
      return fwb ? normal : refused;
    // "accepted, nothing is checked"; "FWB: Normal cacheable. No FWB: -EINVAL" [V3-1]
    case 'error-at-fault-only':
      return fwb ? normal : { slot: 'accepted', fault: 'EINVAL', ...bare };
    // "accepted"; "cacheable on every host, no maintenance" [V3-SEAN3]
    case 'cacheable-unchecked':
      return normal;
    // "KVM cleans through a mapping made on demand": what is missing, so nothing with FWB and DIC
    case 'cacheable-with-cmos':
      return { ...normal, cleans: !fwb, invalidates: !dic };
    // "-EINVAL unless the slot has [the flag] and the host has FWB and DIC" [V4-4, V5-4, V6-4]
    case 'memslot-flag:set':
      return both ? normal : { ...refused, fault: 'EINVAL' };
    // "Without the flag -EINVAL on every host" [V4-4, V5-4, V6-4]
    case 'memslot-flag:unset':
      return { ...refused, fault: 'EINVAL' };
    // "the flag on a host without FWB makes the slot fail" [V3-MAZ5, V3-OLI1]
    case 'flag-or-device:set':
      return fwb ? normal : refused;
    // "without it, map NC as today" [V3-MAZ5, V3-OLI1]
    case 'flag-or-device:unset':
      return device;
    // "accepted"; "Device after a clean to the PoC", with FWB too: its reader is not forced
    case 'clean-before-device':
      return { ...device, cleans: true };
    default:
      throw new Error(`nothing is known of ${policy}`);
  }
}

/** Judges one row. */
export function plain(
  policy: string,
  fwb: boolean,
  dic: boolean,
  vma: string,
  guest: string,
): PlainRow {
  const kernels: Answer = {
    slot: 'accepted',
    fault: vma as Fault,
    cleans: false,
    invalidates: false,
  };
  const { slot, fault, cleans, invalidates } =
    vma === 'cacheable' ? answer(policy, fwb, dic) : kernels;
  const ownerCached = vma === 'cacheable';
  const mapped = slot === 'accepted' && !fault.startsWith('E');
  const executable = mapped && fault === 'normal';
  // MemAttr 6 forces Write-Back over any stage 1; without FWB the weaker of both stages wins.
  const guestCached = fault === 'normal' && (fwb || guest === 'wb');
  const broken = new Set<string>();
  const seen = new Set<string>();
  let transitions = 0;
  const todo: State[] = [{ at: 'empty', memory: 'old', line: null, instruction: null, last: null }];

  const write = (s: State, who: string, cached: boolean): State[] => {
    const age = (value: string) => (value === who ? 'old' : value);
    const t: State = { ...s, memory: age(s.memory), last: who };
    if (s.line) t.line = { ...s.line, value: age(s.line.value) };
    t.instruction = dic || s.instruction === null ? null : age(s.instruction);
    const intoLine = { ...t, line: { value: who, dirty: true } };
    if (cached) return [intoLine];
    const past = { ...t, memory: who };
    return s.line ? [intoLine, past] : [past];
  };
  const read = (s: State, cached: boolean): [string, State][] => {
    const hit: [string, State][] = s.line ? [[s.line.value, s]] : [];
    if (cached && s.line) return hit;
    const line = cached ? { value: s.memory, dirty: false } : s.line;
    return [...hit, [s.memory, { ...s, line }]];
  };
  const flush = (s: State): State =>
    s.line?.dirty ? { ...s, memory: s.line.value, line: { ...s.line, dirty: false } } : s;

  const moves = (s: State): State[] => {
    const out: State[] = [];
    const using = s.at === 'scrubbed' || s.at === 'slot' || s.at === 'B';
    if (s.at === 'empty') {
      out.push({ ...s, at: 'A', memory: 'secret' });
      if (ownerCached) {
        out.push({ ...s, at: 'A', line: { value: 'secret', dirty: true } });
        const line = { value: 'secret', dirty: false };
        out.push({ ...s, at: 'A', memory: 'secret', line });
      }
    }
    if (s.at === 'A') {
      if (executable) out.push({ ...s, instruction: 'secret' });
      out.push({ ...s, at: 'freed' });
    }
    if (s.at === 'freed') out.push(...write({ ...s, at: 'scrubbed' }, 'zeros', ownerCached));
    if (s.at === 'scrubbed') out.push({ ...s, at: slot === 'accepted' ? 'slot' : 'refused' });
    if (s.at === 'slot' && !mapped) {
      broken.add('noLateFailure');
      out.push({ ...s, at: 'failed' });
    }
    if (s.at === 'slot' && mapped) {
      if (ownerCached && guest === 'wb' && !guestCached) broken.add('keepsCacheable');
      const data = cleans ? { ...flush(s), line: null } : s;
      const instruction = invalidates ? null : data.instruction;
      out.push({ ...data, instruction, at: 'B' });
    }
    if (using) {
      out.push(...write(s, 'owner', ownerCached));
      for (const [value, next] of read(s, ownerCached)) {
        if (value !== s.last) broken.add('coherent');
        out.push(next);
      }
    }
    if (s.at === 'B') {
      out.push(...write(s, 'guest', guestCached));
      for (const [value, next] of read(s, guestCached)) {
        if (value === 'secret') broken.add('noLeak');
        if (value !== s.last) broken.add('coherent');
        out.push(next);
      }
      if (executable) {
        const fetched: [string, State][] =
          s.instruction === null
            ? read(s, guestCached).map(([v, next]) => [v, { ...next, instruction: v }])
            : [[s.instruction, s]];
        for (const [value, next] of fetched) {
          if (value === 'secret') broken.add('noStaleFetch');
          out.push(next);
        }
      }
    }
    if (s.line?.dirty) out.push(flush(s));
    if (s.line && !s.line.dirty) out.push({ ...s, line: null });
    const cacheable = ownerCached || (s.at === 'B' && guestCached);
    if (!s.line && cacheable && s.at !== 'empty')
      out.push({ ...s, line: { value: s.memory, dirty: false } });
    for (const hasMapping of [using, s.at === 'B']) {
      if (!hasMapping) continue;
      out.push(flush(s), { ...flush(s), line: null }, { ...s, instruction: null });
    }
    return out;
  };

  while (todo.length > 0) {
    const s = todo.pop() as State;
    const key = JSON.stringify([
      s.at,
      s.memory,
      s.line?.value,
      s.line?.dirty,
      s.instruction,
      s.last,
    ]);
    if (seen.has(key)) continue;
    seen.add(key);
    const next = moves(s);
    transitions += next.length;
    todo.push(...next);
  }
  const judge = (name: string, asked: boolean) => (asked ? !broken.has(name) : null);
  return {
    slot,
    fault: slot === 'accepted' ? fault : null,
    noLeak: judge('noLeak', mapped),
    coherent: judge('coherent', mapped),
    noStaleFetch: judge('noStaleFetch', executable),
    noLateFailure: judge('noLateFailure', true),
    keepsCacheable: judge('keepsCacheable', mapped),
    states: seen.size,
    transitions,
  };
}
