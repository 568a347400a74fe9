// cspell:words fastcgi uwsgi scgi
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, recipe, start, type Server } from './running.ts';

/** Debian's module that serves `.br` files. */
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const hasBrotli = existsSync(BROTLI);
const program = findProgram('nginx');

/** By `docs/serving/nginx.conf`. */
export const nginx: Server = {
  name: 'nginx',
  program,
  get: 'Debian: apt install nginx-light',
  codings: hasBrotli ? ['gzip', 'br'] : ['gzip'],
  serve: (folder) =>
    start((own, port) => {
      const site = recipe('nginx.conf', {
        'listen 80;': `listen 127.0.0.1:${port};`,
        'root /srv/stage-two;': `root ${folder};`,
        ...(hasBrotli && { '#brotli_static on;': 'brotli_static on;' }),
      });
      const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${own}/${name};`)
        .join(' ');
      const file = join(own, 'nginx.conf');
      writeFileSync(join(own, 'site.conf'), site);
      writeFileSync(
        file,
        `${hasBrotli ? `load_module ${BROTLI};\n` : ''}daemon off; master_process off;
pid ${own}/pid; error_log stderr;
events {}
http { access_log off; ${temp} include ${own}/site.conf; }\n`,
      );
      return [program ?? 'nginx', '-e', 'stderr', '-p', own, '-c', file];
    }),
};
