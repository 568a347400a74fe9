import { tells, type Phrases } from './phrase.ts';

/** Rules of combining the two stages. */
export const ARCH_PHRASES: Phrases = {
  'MAIR_EL1.Attr': tells((answer) =>
    answer === 'reserved' ? 'Stage 1 has a reserved byte' : `Stage 1 asks for ${answer}`,
  ),
  'MemAttr[3:0]': tells((answer) =>
    answer === 'reserved' ? 'Stage 2 has a reserved encoding' : `Stage 2 says ${answer}`,
  ),
  'memory type': tells((answer) => `Together they give ${answer}`),
  'allocation hints': tells((answer) => `The hints are ${answer}`),
  shareability: tells((answer) => `The shareability is ${answer}`),
  'OSH enters stage 2 instead': {
    tells: (step, why) =>
      `An implementation may also hand on OSH and give ${String(step.answer)}${why}`,
  },
  Tagged: tells((answer) => `The result is ${answer === 'true' ? '' : 'not '}Tagged`),
  NoTagAccess: tells(
    (answer) => `Tag access is ${answer === 'true' ? 'not allowed' : 'not restricted'}`,
  ),
  XS: tells((answer) => `XS is ${answer === 'true' ? '1' : '0'}`),
  'reserved encoding': {
    tells: (step) => {
      const count = Number(step.answer);
      const fields = Object.keys(step.inputs).join(' and ');
      const permits =
        count === 0
          ? 'asserts no result'
          : count === 1
            ? 'permits one result'
            : `permits ${count} results`;
      return `A reserved encoding in ${fields}: the architecture ${permits}`;
    },
  },
};
