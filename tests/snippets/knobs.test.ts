import { describe, expect, test } from 'vitest';
import * as model from '../../src/model/index.ts';
import { findKnobs } from '../../src/snippets/knobs/find-knobs.ts';
import { knobSays, packKnob, unpackKnob } from '../../src/snippets/knobs/knob.ts';
import { codeHtml } from '../../src/snippets/page/code.ts';

/** What is found, as name, value and the number of choices. */
const found = (code: string): string[] =>
  findKnobs(code).map(
    ({ name, from, to, choices }) => `${name} ${code.slice(from, to)} ${choices.length}`,
  );

describe('a knob', () => {
  test('is a flag of the model, by the name of its field or of a variable', () => {
    expect(found('const host = { fwb: false, dic: true, other: true };')).toEqual([
      'fwb false 2',
      'dic true 2',
    ]);
    expect(found('const dic = true, mine = true;')).toEqual(['dic true 2']);
    expect(found('let fwb: boolean = false;')).toEqual(['fwb false 2']);
  });

  test('is a word of a list of the model, which gives the choices', () => {
    const [kernel] = findKnobs("handleFault('v6.17', {});");
    expect(kernel).toMatchObject({
      name: 'kernel',
      choices: model.KERNELS.map((name) => `'${name}'`),
    });
    const [index] = findKnobs('ask({ attrIndx: "MT_NORMAL" });');
    expect(index?.choices).toEqual(model.ATTR_INDX_NAMES.map((name) => `"${name}"`));
    const [policy] = findKnobs("explore({ policy: 'fwb-only', host });");
    expect(policy?.choices).toEqual(model.POLICIES.map(({ name }) => `'${name}'`));
    const [guest] = findKnobs("explore({ guestS1: 'nc' });");
    expect(guest?.choices).toEqual(model.GUEST_S1S.map((name) => `'${name}'`));
    expect(found("const kind = 'MT_NORMAL_NC';")).toEqual([
      `attrIndx 'MT_NORMAL_NC' ${model.ATTR_INDX_NAMES.length}`,
    ]);
  });

  test('is a number of a small set, in the notation of the author', () => {
    const shifts = model.QUESTIONS.icacheRange.fields.flatMap(({ name, accepts }) =>
      name === 'pageShift' && accepts.kind === 'number' ? accepts.values : [],
    );
    expect(shifts.length).toBeGreaterThan(1);
    expect(findKnobs('({ pageShift: 12 })')[0]?.choices).toEqual(shifts.map(String));
    expect(findKnobs('({ attrIndx: 0b011 })')[0]?.choices).toEqual(
      ['000', '001', '010', '011', '100', '101', '110', '111'].map((bits) => `0b${bits}`),
    );
    expect(found('({ start: 0, end: 4 })')).toEqual([]);
  });

  test('is a field of the architecture: four bits, a byte that one meets, a bit of a register', () => {
    const [memAttr] = findKnobs('decodeStage2MemAttr({ memAttr: 0b0110 })');
    expect(memAttr?.choices.length).toBe(16);
    expect(memAttr?.choices).toContain('0b0000');
    expect(memAttr?.choices).toContain('0b1111');
    // The bytes of MT_NORMAL, MT_NORMAL_NC and the two kinds of Device in Linux's MAIR_EL1.
    const linux = ['0xFF', '0x44', '0x00', '0x04'];
    const [attr] = findKnobs('combineStages({ s1: { attr: 0xFF } })');
    expect(attr?.choices).toEqual(expect.arrayContaining(linux));
    expect(found('({ attr: 0x4e })')).toEqual([]);
    expect(found('stage1Attributes({ sctlr: { m: true, c: false }, hcr: { cd: false } })')).toEqual(
      ['m true 2', 'c false 2', 'cd false 2'],
    );
  });

  test('is nothing that the model does not take, or that is only compared, listed or typed', () => {
    for (const code of [
      "const a = 'hello', b = 3;",
      "({ attrIndx: 'MT_OTHER', access: 'jump' });",
      "if (kernel === 'v6.17' && fwb !== false) {}",
      "for (const kernel of ['v6.16', 'v6.17']) {}",
      "type K = 'v6.16' | 'v6.17'; let k: { fwb: true };",
      "import { a } from 'v6.16';",
      "console.log(`v6.16`, 'device', true);",
      "const x = { ['fwb']: 1 }[ '",
    ])
      expect(found(code)).toEqual([]);
  });

  test('is one of a dozen: what is seen and stands alone comes first', () => {
    const many = '{ fwb: true, dic: true }';
    const code = `// hide\nconst set = { fwb: false };\n// show\nconst all = [${Array(8).fill(many).join()}];\nask('v7.3', { dic: false });`;
    const knobs = findKnobs(code);
    expect(knobs.length).toBe(12);
    const texts = knobs.map(({ from }) => code.slice(0, from).split('\n').length);
    expect(texts).toEqual([2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5]);
  });

  test('says what it is, what it stands at, and what a click does', () => {
    const flag = { name: 'fwb', choices: ['false', 'true'] };
    expect(knobSays(flag, 'false')).toBe('fwb, false; change to true');
    expect(knobSays(flag, 'true')).toBe('fwb, true; change to false');
    const three = { name: 'kernel', choices: ["'v6.16'", "'v6.17'", "'v7.3'"] };
    expect(knobSays(three, "'v6.17'")).toBe('kernel, v6.17; choose another');
    expect(unpackKnob(packKnob({ from: 0, to: 1, ...three }))).toEqual(three);
  });
});

describe('the code of a page', () => {
  const code =
    "// hide\nconst host = { fwb: true };\n// show\nask('v7.3', { ...host, dic: false }); // <b>";
  const html = codeHtml(code, findKnobs(code));

  test('has a button over each knob, dead until a script wakes it, and no text of its own', () => {
    const buttons = [...html.matchAll(/<button[^>]*>(.*?)<\/button>/g)];
    expect(buttons.length).toBe(3);
    for (const [tag, text] of buttons) {
      expect(tag).toContain(' disabled>');
      expect(text).toBe('');
    }
    const lines = [...html.matchAll(/<span class="line[^>]*>([^]*?)\n<\/span>/g)];
    const text = lines
      .map(([, line = '']) => line.replace(/<[^>]+>/g, ''))
      .join('\n')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
    expect(text).toBe(code);
  });

  test('says where in the code a knob stands', () => {
    const held = [...html.matchAll(/data-at="(\d+)"><span[^>]*>(.*?)<\/span>/g)];
    expect(held.length).toBe(3);
    for (const [, at, value = ''] of held) {
      const plain = value.replaceAll('&#39;', "'");
      expect(code.slice(Number(at), Number(at) + plain.length)).toBe(plain);
    }
  });
});
