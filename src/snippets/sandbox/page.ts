import { createHash } from 'node:crypto';
import { bundle } from '../node/bundle.ts';
import type { ModelPart } from '../node/bundle.ts';

/**
 * sandboxPage is one whole sandbox page: a policy that lets nothing in or out, the frame's code, the
 * worker's text with its part of the model.
 */
export async function sandboxPage(part: ModelPart): Promise<string> {
  const [frame, worker] = await Promise.all([
    bundle('sandbox/frame.ts', 'browser'),
    bundle('sandbox/worker.ts', 'browser', part),
  ]);
  const code = inScript(frame).trim();
  const hash = createHash('sha256').update(code).digest('base64');
  // 'unsafe-eval': to evaluate the reader's code is what this page is for. Workers inherit the policy.
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}' 'unsafe-eval'`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="robots" content="noindex">
<title>Sandbox of Stage Two</title>
</head>
<body>
<script type="text/plain" id="worker">${inScript(worker).trim()}</script>
<script>${code}</script>
</body>
</html>
`;
}

/** Inside a script element only these sequences change what the parser reads. */
const inScript = (code: string): string => code.replace(/<(?=\/script|script|!--)/gi, '\\x3C');
