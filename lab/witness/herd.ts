// cspell:words herdtools
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LITMUS_AFTER, LITMUS_LINES, type Litmus } from '../../src/model/index.ts';
import type { EventGraph } from '../../src/observations/witness/graph.ts';
import type { Observation, Witnessed } from '../../src/observations/witness/record.ts';
import { LabFailure } from '../cli/failure.ts';
import type { Component } from '../packages/component.ts';
import { lastLines, run } from '../process/spawn.ts';
import { GRAPH_OPTIONS, graphOf } from './dot.ts';

const LIBRARIES = 'usr/lib/x86_64-linux-gnu';
const LOADER = join(LIBRARIES, 'ld-linux-x86-64.so.2');
const RULES = 'usr/share/herdtools7/herd';
const MODEL = 'aarch64.cat';

/** herd7 as extracted, with Arm's rules as they are and a copy with our lines over them. */
export class Herd {
  readonly #component: Component;
  readonly #work: string;

  /** `work` is a folder that may be emptied. */
  constructor(component: Component, work: string) {
    this.#component = component;
    this.#work = work;
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    cpSync(this.#stock(), this.#changed(), { recursive: true });
    const file = join(this.#changed(), MODEL);
    writeFileSync(file, withOurs(readFileSync(file, 'utf8')));
  }

  /** What it says of a program, with our lines where the program asks for them, and without. */
  async witness(litmus: Litmus): Promise<Witnessed> {
    const file = join(this.#work, `${litmus.name}.litmus`);
    writeFileSync(file, litmus.text);
    const stock = await this.#ask(file, this.#stock());
    const rules = litmus.ours ? this.#changed() : this.#stock();
    const says = litmus.ours ? await this.#ask(file, rules) : stock;
    return { ...litmus, says, stock, graph: await this.#graph(litmus.name, file, rules, says) };
  }

  /** The run that ends as the condition asks; one that the rules forbid is let through to be seen. */
  async #graph(name: string, file: string, rules: string, says: Observation): Promise<EventGraph> {
    const through = says === 'Never' ? 'all' : 'none';
    await this.#ask(file, rules, [...GRAPH_OPTIONS, '-through', through, '-o', this.#work]);
    const dot = join(this.#work, `${name}.dot`);
    const graph = existsSync(dot) ? graphOf(readFileSync(dot, 'utf8')) : null;
    if (graph !== null) return graph;
    throw new LabFailure(
      'prover',
      `no graph from herd7 of ${file}`,
      'a run that ends as the condition asks',
      'look at what herd7 writes for it: it may be of another version',
    );
  }

  async #ask(file: string, rules: string, more: readonly string[] = []): Promise<Observation> {
    const inside = (path: string) => join(this.#component.path, path);
    const { out, err, code } = await run(inside(LOADER), [
      '--library-path',
      inside(LIBRARIES),
      inside('usr/bin/herd7'),
      '-set-libdir',
      rules,
      '-variant',
      'self',
      ...more,
      file,
    ]);
    const says = observationOf(out);
    if (code === 0 && says !== null) return says;
    throw new LabFailure(
      'prover',
      `no answer from herd7 to ${file}`,
      'a line that begins with Observation',
      'look at the lines below: it may be of another version',
      lastLines(`${out}\n${err}`, 6),
    );
  }

  #stock(): string {
    return join(this.#component.path, RULES);
  }

  #changed(): string {
    return join(this.#work, 'rules');
  }
}

/** Arm's rules with ours in their place; a failure where Arm's have no such place. */
export function withOurs(rules: string): string {
  if (rules.split(LITMUS_AFTER).length === 2)
    return rules.replace(LITMUS_AFTER, LITMUS_AFTER + LITMUS_LINES);
  throw new LabFailure(
    'prover',
    `${MODEL} with other lines`,
    `one line: ${LITMUS_AFTER.trim()}`,
    'the rules have changed: find the new place for ours, in src/model/explore/export/litmus.ts',
  );
}

/** What herd7 printed of the state that was asked for; null where it printed nothing of the kind. */
export function observationOf(out: string): Observation | null {
  const [, says] = /^Observation \S+ (Never|Sometimes|Always) /m.exec(out) ?? [];
  return (says as Observation | undefined) ?? null;
}
