import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { docusaurus } from '../peers/docusaurus.ts';
import { versionOf } from '../peers/install.ts';
import type { Book, Peer } from '../peers/peer.ts';
import { starlight } from '../peers/starlight.ts';
import { vitepress } from '../peers/vitepress.ts';
import { exec } from '../support/exec.ts';
import { peersDir, root, scratch } from '../support/paths.ts';

/** A site that can be built, Stage Two or a peer's. */
export interface Site {
  name: string;
  /** Folder of the built pages. */
  out: string;
  /** Builds without any cache that a build left behind; wall time in milliseconds. */
  build(): Promise<number>;
}

export const peers: readonly Peer[] = [starlight, vitepress, docusaurus];

/** A peer's site with this book, written under `.cache/bench/<folder>`. */
export function peerSite(peer: Peer, book: Book, folder: string): Site {
  const site = join(scratch, folder, peer.name.toLowerCase());
  const modules = join(peersDir, 'node_modules');
  const [program, ...args] = peer.build;
  return {
    name: `${peer.name} ${versionOf(peer.package)}`,
    out: join(site, peer.out),
    async build() {
      remove(site);
      remove(...['.astro', '.cache', '.vite'].map((cache) => join(modules, cache)));
      for (const [path, text] of Object.entries(peer.files(book))) {
        const file = join(site, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      symlinkSync(modules, join(site, 'node_modules'));
      const argv = [process.execPath, join(modules, program), ...args] as const;
      return (await exec({ argv, cwd: site })).ms;
    },
  };
}

/** Stage Two as `npm run build` makes it, from `content/` or from another content folder. */
export function stageTwo(content?: string): Site {
  const out = content === undefined ? join(root, 'dist') : join(scratch, 'stage-two-dist');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    name: `Stage Two ${version}`,
    out,
    async build() {
      const caches = ['.astro', 'node_modules/.astro', 'node_modules/.vite', 'node_modules/.cache'];
      remove(out, ...caches.map((cache) => join(root, cache)));
      for (const entry of readdirSync(join(root, '.cache')))
        if (entry !== 'bench') remove(join(root, '.cache', entry));
      if (content === undefined)
        return (await exec({ argv: ['npm', 'run', 'build'], cwd: root })).ms;
      const env = { STAGE_TWO_CONTENT: content };
      const argv = ['npm', 'run', 'build', '--', '--outDir', out] as const;
      return (await exec({ argv, cwd: root, env })).ms;
    },
  };
}

const remove = (...paths: string[]) => {
  for (const path of paths) rmSync(path, { recursive: true, force: true });
};
