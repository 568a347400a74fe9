import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printed } from '../observations/support/printed.ts';
import { ROWS } from '../triage/support/cases.ts';
import { answeredAs, paste, PATH, watchClipboard } from './bench-hand.ts';
import { DESK, Site, type Visit } from './browser.ts';

/* What a page weighs before it is touched is in pages.test.ts. */

const KB = 1024;

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

test('nothing of the search is loaded before it is opened', async () => {
  const page = await site.visit('/', DESK, 'networkidle');
  expect(page.faults.requests.filter((path) => path.includes('pagefind'))).toEqual([]);
});

/** Bytes with gzip of the files of a kind that a page and its workers have loaded. */
async function loaded(page: Visit, ending: string): Promise<number> {
  const own = page.faults.responses.filter((one) => new URL(one.url()).pathname.endsWith(ending));
  const bodies = await Promise.all(own.map((response) => response.body()));
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

/** What the page may have loaded once it has answered. */
const LIMIT = 40 * KB;

const SLOT =
  'ioctl(12, KVM_SET_USER_MEMORY_REGION, {slot=4, flags=0, guest_phys_addr=0x8000000000, memory_size=0x200000, userspace_addr=0xffff80000000}) = -1 EINVAL (Invalid argument)';

const FSC = 'kvm [2031]: Unsupported FSC: EC=0x24 xFSC=0x21 ESR_EL2=0x92000061';

/** What a host says beside what failed. */
const HOST =
  'Linux host 6.17.4 #1 SMP aarch64 GNU/Linux\nCPU features: detected: Stage-2 Force Write-Back\nVmFlags: rd wr sh mr mw me ms pf io de dd';

const EXIT =
  'KVM_EXIT_MEMORY_FAULT: flags=0x8 gpa=0x8000000000 size=0x1000\nkvm_run->exit_reason = 39 (KVM_EXIT_MEMORY_FAULT)';

const OOPS =
  'Unable to handle kernel paging request at virtual address ffff0000fc000000\nInternal error: Oops: 0000000096000145 [#1] SMP\nESR = 0x0000000096000145\npc : dcache_clean_inval_poc+0x24/0x48\nlr : stage2_map_walker_try_leaf+0x1c4/0x2a0';

test.each([
  ['a call that failed', 'ioctl(13, KVM_RUN, 0) = -1 EFAULT (Bad address)'],
  ['a slot that was refused', SLOT],
  ['a refused slot with what its host says', `${SLOT}\n${HOST}`],
  [
    'a refused slot with what its host says, its registers and the size of its pages too',
    `${SLOT}\n${HOST}\nCTR_EL0 = 0x9444c004\nID_AA64MMFR2_EL1: 0x0000010000000000\n$ getconf PAGESIZE\n4096`,
  ],
  [
    'a refused change to a slot, with what was asked before',
    `${SLOT.replace('-1 EINVAL (Invalid argument)', '0')}\n${SLOT.replace('0x200000', '0x400000')}`,
  ],
  [
    'a call that failed with what its log and its mapping say',
    `ioctl(13, KVM_RUN, 0) = -1 EFAULT (Bad address)\n${FSC}\nVmFlags: rd wr sh mr mw me ms pf io de dd`,
  ],
  ['a syndrome', FSC],
  ['a line of KVM with what its host says', `${FSC}\n${HOST}`],
  [
    'a call that failed with what its log and its host say',
    `ioctl(13, KVM_RUN, 0) = -1 EFAULT (Bad address)\n${FSC}\n${HOST}`,
  ],
  ['a refused slot with what its log and its host say', `${SLOT}\n${FSC}\n${HOST}`],
  ['an exit with what its host says', `${EXIT}\n${HOST}`],
  ['an oops with what its host says', `${OOPS}\n${HOST}`],
  [
    'an answer of a capability with what its host says',
    `ioctl(4, KVM_CHECK_EXTENSION, 243) = 0\n${HOST}`,
  ],
  ...['efault-243-is-0', 'einval-mte-vfio', 'efault-write-shmem'].map((id) => [
    `the case ${id}`,
    ROWS.find((row) => row.id === id)?.input ?? '',
  ]),
  ['a register', 'CTR_EL0 = 0x9444c004'],
  ['a descriptor', 'pte=0x40000000f00747'],
  ['the registers of a fault', 'ESR_EL2=0x92000047\nHPFAR_EL2=0xf40000\nFAR_EL2=0xffff9a2b3018'],
])('of the workbench %s takes the script that it needs, its worker included', async (_, text) => {
  const page = await site.visit(PATH, DESK);
  await paste(page, text);
  await answeredAs(page, 'yes');
  // The page would answer itself if the worker did not, and load all of it once more.
  expect(page.workers()).toHaveLength(1);
  expect(await loaded(page, '.js')).toBeLessThanOrEqual(LIMIT);
  // What is known of reasons and releases comes as data, and nothing of it twice.
  const words = await loaded(page, '.json');
  expect(words).toBeGreaterThan(KB);
  expect(words).toBeLessThanOrEqual(10 * KB);
});

/** One of each kind of line at once: it takes more, and no more than this. */
const EACH = [
  SLOT,
  'ioctl(13, KVM_RUN, 0) = -1 EFAULT (Bad address)',
  EXIT,
  OOPS,
  FSC,
  'ioctl(4, KVM_CHECK_EXTENSION, 243) = 0',
  HOST,
  'CTR_EL0 = 0x9444c004\nID_AA64MMFR2_EL1: 0x0000010000000000\n$ getconf PAGESIZE\n4096',
];
const NUMBERS = [
  'ESR_EL2=0x92000047\nHPFAR_EL2=0xf40000\nFAR_EL2=0xffff9a2b3018',
  'pte=0x40000000f00747',
];

test.each([
  ['one of each kind of line', 48, EACH],
  ['the same with the registers of a fault and a descriptor', 53, [...EACH, ...NUMBERS]],
])('%s at once takes at most %d KB', async (_, most, lines) => {
  const page = await site.visit(PATH, DESK);
  await paste(page, lines.join('\n'));
  await answeredAs(page, 'yes');
  expect(page.workers()).toHaveLength(1);
  expect(await loaded(page, '.js')).toBeLessThanOrEqual(most * KB);
  expect(await loaded(page, '.json')).toBeLessThanOrEqual(10 * KB);
});

test.each(['CTR_EL0 = 0x9444c004', '0x40000000f00747'])('so does a number, %s', async (text) => {
  const page = await site.visit(PATH, DESK);
  await page.locator('stage-numbers [data-in=value]').fill(text);
  const head = page.locator('stage-numbers .nb-head').first();
  await expect.poll(() => head.textContent()).toContain(text.replace(' =', ''));
  expect(await loaded(page, '.js')).toBeLessThanOrEqual(LIMIT);
});

test('so does whether a VM may move between two hosts', async () => {
  const page = await site.visit(PATH, DESK);
  await page.locator('stage-host [data-key=two]').check();
  await expect
    .poll(() => page.locator('stage-host .host-move').textContent())
    .toMatch(/pairs of hosts are possible, and/);
  expect(await loaded(page, '.js')).toBeLessThanOrEqual(LIMIT);
});

test('so does a line of a dump', async () => {
  const page = await site.visit(PATH, DESK);
  await page.locator('stage-numbers [data-key=kind]').selectOption('ptdump');
  await expect.poll(() => page.locator('stage-numbers .nb-says').textContent()).toMatch(/Stage 1/);
  expect(await loaded(page, '.js')).toBeLessThanOrEqual(LIMIT);
});

test('so does a number that is taken along', async () => {
  const page = await site.visit(PATH, DESK);
  await watchClipboard(page);
  await page.locator('stage-numbers [data-in=value]').fill('0x40000000f00747');
  await page.locator('stage-numbers [data-take=markdown]').click();
  await page.waitForSelector('html[data-copied]');
  expect(await loaded(page, '.js')).toBeLessThanOrEqual(LIMIT);
});

test('so does what a host says', async () => {
  const page = await site.visit(PATH, DESK);
  const text =
    'Linux host 6.17.4 #1 SMP aarch64 GNU/Linux\nCTR_EL0 = 0x8444c004\nID_AA64MMFR2_EL1: 0x0000010000000000\nModel name: Neoverse-V1';
  await page.locator('[data-paste=a]').fill(text);
  await expect
    .poll(() => page.locator('[data-note=a]').textContent())
    .toMatch(/^Read: FWB 1.*DIC 0.*IDC 0.*kernel 6\.17\.4.*CPU Neoverse-V1/);
  expect(page.workers()).toHaveLength(1);
  expect(await loaded(page, '.js')).toBeLessThanOrEqual(LIMIT);
});

test("so does the probe's output, its answers of the model included", async () => {
  const page = await site.visit(PATH, DESK);
  await page
    .locator('[data-paste=a]')
    .fill(printed('7.3.4-neoverse-v1.json', { fwb: true, dic: true }));
  await expect
    .poll(() => page.locator('[data-part=a-probe]').textContent())
    .toMatch(/FWB 1, DIC 1: \d+ rows agree, 0 differ/);
  expect((await loaded(page, '.js')) + (await loaded(page, '.json'))).toBeLessThanOrEqual(LIMIT);
});
