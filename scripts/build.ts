// npm run build: the finished site in dist/, or in the folder that --outDir names.
import { buildSite } from './build/build-site.ts';

process.exitCode = await buildSite(process.argv.slice(2));
