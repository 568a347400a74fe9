/** The chapters that reasons lead to. The check of the content holds that each is there. */
export const CHAPTERS = {
  efault: '/guide/i-got-efault/',
  einval: '/guide/i-got-einval/',
  asking: '/guide/asking-the-host/',
  memslots: '/guide/memslots/',
  mte: '/guide/mte/',
  gmem: '/guide/guest-memfd/',
  pkvm: '/guide/pkvm/',
  fault: '/guide/the-fault/',
  vfio: '/guide/vfio-and-gpu-memory/',
  stages: '/guide/two-stages-one-attribute/',
  translations: '/guide/two-translations/',
  types: '/guide/memory-types/',
} as const;
