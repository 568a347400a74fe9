import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, recipe, start, type Server } from './running.ts';

const program = findProgram('caddy');

/** By `docs/serving/Caddyfile`. */
export const caddy: Server = {
  name: 'Caddy',
  program,
  get: 'Debian: apt install caddy',
  codings: ['gzip', 'br'],
  serve: (folder) =>
    start((own, port) => {
      const file = join(own, 'Caddyfile');
      const site = recipe('Caddyfile', {
        // Without TLS, which wants a name, and without the port on which it listens for orders.
        'docs.example {': `{\n\tadmin off\n}\nhttp://127.0.0.1:${port} {`,
        'root * /srv/stage-two': `root * ${folder}`,
      });
      writeFileSync(file, site);
      return [program ?? 'caddy', 'run', '--config', file, '--adapter', 'caddyfile'];
    }),
};
