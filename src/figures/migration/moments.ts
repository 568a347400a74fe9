import type { Migrated, MigrationPhase } from '../../model/index.ts';

/** What a host is to the VM at a moment. */
export type Role = 'runs' | 'stopped' | 'idle' | 'ready' | 'refuses' | 'fails';

/** A host at a moment, with the word that stands on it. */
export interface At {
  readonly role: Role;
  readonly word: string;
}

/** Where both hosts are after a step. */
export interface Moment {
  readonly source: At;
  readonly destination: At;
}

const RUNS: At = { role: 'runs', word: 'runs' };
const STOPPED: At = { role: 'stopped', word: 'stopped' };
const IDLE: At = { role: 'idle', word: '–' };

/** What a phase of the model means for either host; words of the last step are its own. */
export function momentOf(phase: MigrationPhase, { mapped }: Migrated, refused: boolean): Moment {
  switch (phase) {
    case 'source runs':
    case 'precopy':
      return { source: RUNS, destination: IDLE };
    case 'memslot accepted':
      return { source: RUNS, destination: { role: 'ready', word: 'accepts' } };
    case 'switched over':
      return { source: STOPPED, destination: { role: 'ready', word: 'its turn' } };
    case 'destination runs':
      return {
        source: STOPPED,
        destination: { role: 'runs', word: mapped.destination ?? 'runs' },
      };
    case 'dead':
      return { source: STOPPED, destination: { role: 'fails', word: 'fails' } };
    case 'called off':
      return { source: RUNS, destination: refused ? { role: 'refuses', word: 'refuses' } : IDLE };
  }
}
