import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { asCommand, asJson, asMail, asTest } from '../../../src/figures/triage/take.ts';
import { triage } from '../../../src/triage/index.ts';

const LOG = `$ uname -r
7.3.4
vcpu 1: ioctl(KVM_RUN): Bad address
kvm [42]: Unsupported FSC: EC=0x24 xFSC=0x21 ESR_EL2=0x92000021`;

describe('a command', () => {
  /** What a shell hands to the program, with a program that prints it. */
  const handed = (command: string): string => {
    const [, rest = ''] = command.split('triage');
    return execFileSync('sh', ['-c', `show() { printf '<%s>' "$@"; cat; }\nshow${rest}`], {
      encoding: 'utf8',
      input: '',
    });
  };

  it('hands the text over as it stands', () => {
    const text = 'it\'s $(touch /x) `y` \\n "z" END\nEND\nEND_\n$HOME';
    expect(handed(asCommand({ text, asked: { kernel: "7.3'; exit 3 #" } }))).toBe(
      `<--ask><kernel=7.3'; exit 3 #><->${text}\n`,
    );
  });

  it('holds nothing that a terminal obeys', () => {
    const command = asCommand({
      text: 'a\u001b[201~\nb\u0000 \u009bc\u202e d\re',
      asked: { kernel: '\u001b]0;x\u0007' },
    });
    expect(command).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u);
    expect(command).toContain('a[201~\nb c de');
  });

  it('of choices alone reads no text', () => {
    expect(asCommand({ text: '', asked: { call: 'KVM_RUN' } })).toBe(
      "npm run -s stage-two -- triage --ask 'call=KVM_RUN'",
    );
  });
});

describe('a mail', () => {
  const mail = (text: string, asked = {}): string =>
    asMail({ text, asked }, triage(text, asked), 'https://guide.example/workbench/#triage=1.x');

  it('has the text, what is left with its grounds, what is excluded, and what comes next', () => {
    const lines = mail(LOG, { mte: '0' }).split('\n');
    expect(lines.slice(0, 6)).toEqual(['```', ...LOG.split('\n'), '```']);
    expect(lines).toContain('Chosen: mte=0');
    expect(lines.find((line) => line.startsWith('1. '))).toMatch(/^1\. `run-alignment`: /);
    expect(lines.find((line) => line.startsWith('   - Because '))).toMatch(/line 4: /);
    expect(lines.find((line) => line.startsWith('- `run-status`'))).toMatch(/line 4: /);
    expect(lines.some((line) => line.startsWith('Next: '))).toBe(true);
    expect(lines.at(-2)).toBe('https://guide.example/workbench/#triage=1.x');
  });

  it('keeps a text that holds fences inside its own', () => {
    expect(mail('````\nKVM_RUN: Bad address\n````').startsWith('`````\n````\n')).toBe(true);
  });

  it('of a long text has the lines that were understood, with their numbers', () => {
    const long = `${'nothing here\n'.repeat(500)}${LOG}`;
    expect(mail(long).split('\n').slice(0, 3)).toEqual([
      '```',
      '502: 7.3.4',
      '503: vcpu 1: ioctl(KVM_RUN): Bad address',
    ]);
  });
});

describe('the other ways', () => {
  it('JSON is what the terminal prints', () => {
    const answer = triage(LOG);
    expect(JSON.parse(asJson(answer))).toEqual(answer);
  });

  it('a test says what is left', () => {
    const text = `${LOG}\n'quoted' \\ \${x}`;
    const code = asTest({ text, asked: { mte: '0' } }, triage(text, { mte: '0' }));
    const body = /triage\(\n([^]*?),\n\s+(\{.*\}),\n\s+\);/.exec(code);
    const run = new Function(`return [${body?.[1]}, ${body?.[2]}]`) as () => unknown;
    expect(run()).toEqual([text, { mte: '0' }]);
    expect(code).toContain('expect(left).toEqual(["run-alignment"]);');
  });
});
