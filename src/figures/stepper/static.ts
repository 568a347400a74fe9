import { explore, propertyName } from '../../model/index.ts';
import type { GuestS1, Property, VmaKind } from '../../model/index.ts';
import { foot } from '../foot/foot.ts';
import { problems } from '../form/places.ts';
import { STEP, atStep } from '../player/step.ts';
import { linkTo } from '../player/story.ts';
import { factList } from '../show/render-show.ts';
import type { HNode } from '../show/node.ts';
import { GUEST_WORDS } from '../stage/scene.ts';
import { traceNodes } from './trace.ts';

/** What a page asks of the stepper. */
export interface StepperProps {
  /** The name of a policy of the debate. */
  readonly policy: string;
  /** Default false. */
  readonly fwb?: boolean | undefined;
  /** Default false. */
  readonly dic?: boolean | undefined;
  /** Default cacheable. */
  readonly vma?: VmaKind | undefined;
  /** Default wb. */
  readonly guestS1?: GuestS1 | undefined;
  readonly property: Property;
}

/** The question, as an address would write it: it is taken along with the step. */
export function asksOf(props: StepperProps): string {
  const { policy, fwb = false, dic = false, vma = 'cacheable', guestS1 = 'wb', property } = props;
  const bit = (one: boolean): string => (one ? '1' : '0');
  return `policy:${policy},fwb:${bit(fwb)},dic:${bit(dic)},vma:${vma},guest:${guestS1},property:${property}`;
}

/**
 * stepperStatic is the question, the verdict and the whole trace; `name` keeps its step in the
 * address. A wrong question ends the build.
 */
export function stepperStatic(props: StepperProps, name = 'stepper'): HNode[] {
  const { policy, fwb = false, dic = false, vma = 'cacheable', guestS1 = 'wb', property } = props;
  const explored = explore({ policy, host: { fwb, dic }, vma, guestS1, property });
  if (explored.error) {
    const { received, expected, remedy } = explored.error;
    throw new Error(`StepperFigure: ${received}; expected ${expected}. ${remedy}`);
  }
  const has = (one: boolean): string => (one ? 'yes' : 'no');
  const facts = factList([
    ['policy', policy],
    ['FWB', has(fwb)],
    ['DIC', has(dic)],
    ['VMA', vma],
    ["B's stage 1 asks for", GUEST_WORDS[guestS1]],
    ['asked', propertyName(property)],
  ]);
  const link = linkTo({ name, id: name, fields: [STEP] }, atStep({}, 0), 'Link to this step');
  return [
    problems(),
    ...(facts ? [facts] : []),
    ...traceNodes(explored, { property, player: true }),
    ...foot({ link: [link] }, { image: true }),
  ];
}
