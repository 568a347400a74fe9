import { visible } from './visible.ts';

/** What is asked of a stream of the process; those of Node have it. */
export interface Stream {
  readonly write: (text: string) => unknown;
  readonly on: (event: 'error', listener: (error: NodeJS.ErrnoException) => void) => unknown;
}

/** Where a command prints, and what became of it. */
export interface Outlets {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left',
  EIO: 'the device failed',
  EBADF: 'it is closed',
};

/**
 * Prints lines as far as they can be printed. A reader that leaves early (`conform ... | head`) is
 * no failure; output that is lost otherwise is one, said in one line and told to `lost`.
 */
export function outlets(stdout: Stream, stderr: Stream, lost: () => void): Outlets {
  const err = outlet(stderr, () => {});
  const out = outlet(stdout, ({ code = 'unknown error' }) => {
    if (code === 'EPIPE') return;
    err(`stage-two: the output cannot be written: ${REASONS[code] ?? code}`);
    lost();
  });
  return { out, err };
}

function outlet(stream: Stream, failed: (error: NodeJS.ErrnoException) => void) {
  let open = true;
  stream.on('error', (error) => {
    if (open) failed(error);
    open = false;
  });
  return (line: string): void => {
    if (open) stream.write(`${visible(line)}\n`);
  };
}
