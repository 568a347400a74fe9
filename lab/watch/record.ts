import { existsSync, readFileSync } from 'node:fs';
import type { TextRecord } from '../../src/observations/watch/drift.ts';
import { LabFailure } from '../cli/failure.ts';

/** The record of an earlier run; a failure where there is none, or it is torn. */
export function readRecord(path: string): TextRecord {
  const found = existsSync(path) ? parsed(readFileSync(path, 'utf8')) : null;
  if (found !== null) return found;
  throw new LabFailure(
    'record',
    `${path} without a record`,
    'the hashes of an earlier run',
    'git restore it, or npm run watch -- --record',
  );
}

function parsed(text: string): TextRecord | null {
  try {
    const record = JSON.parse(text) as Partial<TextRecord> | null;
    const all = [record?.held, record?.others];
    return all.every((texts) => Array.isArray(texts) && texts.every(isText))
      ? (record as TextRecord)
      : null;
  } catch {
    return null;
  }
}

const isText = (one: unknown): boolean =>
  typeof one === 'object' && one !== null && 'version' in one && 'functions' in one;
