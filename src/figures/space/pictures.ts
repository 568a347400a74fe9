import { describe, explore, policyAt } from '../../model/index.ts';
import type { GuestS1, HostAnswer, Property } from '../../model/index.ts';
import { playTrace } from '../stepper/play.ts';

/** pictures searches again for the steps that a proof tells, and plays them. */
export function pictures({ answer, host, guest, property }: DOMStringMap): HTMLElement {
  const every = answer as HostAnswer;
  const policy = policyAt([every, every, every, every]);
  if ('code' in policy) throw new Error(policy.received);
  const [fwb, dic] = [host?.[0] === '1', host?.[1] === '1'];
  const found = explore({
    policy,
    host: { fwb, dic },
    guestS1: guest as GuestS1,
    property: property as Property,
  });
  const tree = describe(found);
  if (tree.kind !== 'trace') throw new Error('No steps.');
  return playTrace(tree);
}
