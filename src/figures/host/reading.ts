// Modules by themselves: the list of all that triage has would bring all of it.
import { hostFacts } from '../../triage/host-facts.ts';
import type { Parts } from '../../triage/parts/parts.ts';
import type { Fact } from '../../triage/read/notebook.ts';

/** The registers whose bits tell of a host, and how the rules of each come. */
const COME = {
  ctr: () => import('../../triage/parts/registers/ctr.ts'),
  mmfr2: () => import('../../triage/parts/registers/mmfr2.ts'),
  hcr: () => import('../../triage/parts/registers/hcr.ts'),
};
type Register = keyof typeof COME;
const isRegister = (name: string): name is Register => name in COME;

/** The rules that some text has asked for. */
const specs: { -readonly [R in Register]?: Parts[R] } = {};

/** What a text says of a host; it brings the rules that this asks for, and fails where some do not come. */
export async function readText(text: string): Promise<readonly Fact[]> {
  for (;;) {
    const { facts, missing } = hostFacts(text, specs);
    const wanted = [...missing].filter(isRegister);
    if (wanted.length === 0) return facts;
    for (const name of wanted) Object.assign(specs, { [name]: await COME[name]() });
  }
}
