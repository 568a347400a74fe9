import { cachedApi } from './cache.ts';
import { renderApiReport, undocumented } from './check.ts';

// npm run check: every public name of the model has a docstring.
const api = await cachedApi();
const failed = undocumented(api).length > 0;
(failed ? process.stderr : process.stdout).write(renderApiReport(api));
process.exitCode = failed ? 1 : 0;
