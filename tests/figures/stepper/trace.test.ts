import { describe, expect, it } from 'vitest';
import { toHtmlString } from '../../../src/figures/show/node.ts';
import { stepperStatic, type StepperProps } from '../../../src/figures/stepper/static.ts';
import { traceNodes } from '../../../src/figures/stepper/trace.ts';
import {
  explore,
  GUEST_S1S,
  HOSTS,
  POLICIES,
  PROPERTIES,
  type Policy,
} from '../../../src/model/index.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#39|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ');
const html = (props: StepperProps): string => stepperStatic(props).map(toHtmlString).join('');
const steps = (text: string): string[] =>
  [...text.matchAll(/<li(?: class="is-at")?>.*?<\/li>/gs)].map(([li]) =>
    plain(li.replace(/<svg.*?<\/svg>/gs, '')),
  );

describe('the static stepper', () => {
  it.each(POLICIES.map(({ name }) => name))(
    'writes every trace of %s as the model has it',
    (policy) => {
      let broken = 0;
      for (const { fwb, dic } of HOSTS) {
        for (const guestS1 of GUEST_S1S) {
          for (const property of PROPERTIES) {
            const asked = { policy, host: { fwb, dic }, guestS1, property };
            const { trace = [], states, holds } = explore(asked);
            const drawn = html({ policy, fwb, dic, guestS1, property });
            const written = steps(drawn);
            expect(written).toHaveLength(trace.length);
            trace.forEach(({ label, reason, source }, i) => {
              expect(written[i]?.toLowerCase()).toContain(`${i + 1}. ${label.toLowerCase()} `);
              expect(written[i]).toContain(reason);
              for (const id of source) expect(written[i]).toContain(` ${id} `);
            });
            const seen = [...drawn.matchAll(/role="img" aria-label="([^"]+)"/g)].map(([, a]) => a);
            expect(seen).toHaveLength(trace.length);
            expect(new Set(seen).size).toBe(trace.length);
            expect(plain(drawn)).toContain(`All ${states} states`);
            expect(drawn.includes('verdict-supported')).toBe(holds === true);
            if (holds === false) broken += 1;
          }
        }
      }
      // Only the policies that refuse, or need nothing, break nothing on any host (history, 2.4).
      const whole = [
        'error-on-creation',
        'opt-in-fallback:error',
        'memslot-flag:set',
        'memslot-flag:unset',
      ];
      expect(broken === 0).toBe(whole.includes(policy));
    },
  );

  // The founding mail: the secret is read from memory, past the zeros in the cache (V3-JGG3, SEED).
  it('ends the founding case with the secret in memory and zeros in the cache', () => {
    const drawn = html({ policy: 'fallback-to-device', property: 'noLeak' });
    const last = drawn.split('<li>').at(-1) ?? '';
    expect(last).toContain('aria-label="B reads. Memory');
    expect(last).toContain('B has read A&#39;s secret."');
    expect(last).toContain('zeros that nobody read');
    expect(last.match(/sg-tile sg-secret/g)).toHaveLength(2);
    expect(last).toContain('Memory holds A&#39;s secret; the data cache holds zeros, dirty');
    expect(last).toContain('class="verdict verdict-leak"');
  });

  it('says of every step another thing, and who acts', () => {
    for (const { name: policy } of POLICIES)
      for (const { fwb, dic } of HOSTS)
        for (const property of PROPERTIES) {
          const said = [...html({ policy, fwb, dic, property }).matchAll(/aria-label="([^"]*)"/g)]
            .map(([, label]) => label ?? '')
            .filter((label) => label.includes('Memory holds'));
          said.forEach((label, i) => {
            expect(label).toMatch(/^(A|B|KVM|B&#39;s|The [a-z]+) [a-z]/);
            expect(label).not.toBe(said[i - 1]);
          });
        }
  });

  it('ends the build where the question is wrong, and says what is expected', () => {
    expect(() => stepperStatic({ policy: 'no-such', property: 'noLeak' })).toThrow(
      /StepperFigure: .*no-such.*expected one of fallback-to-device/,
    );
  });
});

describe('a trace from a snippet', () => {
  const leaky: Policy = {
    name: 'mine',
    onMemslot: () => 'accepted',
    onFault: () => 'device',
  };

  it('is complete without knowing the property, and has no buttons', () => {
    const explored = explore({ policy: leaky, host: { fwb: true, dic: true }, property: 'noLeak' });
    const drawn = traceNodes(explored).map(toHtmlString).join('');
    expect(steps(drawn)).toHaveLength(explored.trace?.length ?? 0);
    expect(drawn).not.toContain('<button');
    expect(plain(drawn)).toContain(`The property breaks in ${explored.trace?.length} steps`);
    expect(drawn).not.toContain('verdict-leak');
  });

  it('names the input on which a policy threw', () => {
    const onFault = (): never => {
      throw new Error('no idea');
    };
    const explored = explore({
      policy: { ...leaky, onFault },
      host: { fwb: false, dic: true },
      property: 'noLeak',
    });
    const drawn = plain(traceNodes(explored).map(toHtmlString).join(''));
    expect(drawn).toMatch(/invalid onFault\(.*"fwb.*threw Error: no idea; expected .*'normal'/);
  });
});
