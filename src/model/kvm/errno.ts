/** Error numbers that the answers use. KVM returns them negative. */
export const ERRNO = {
  EPERM: 1,
  EIO: 5,
  ENOEXEC: 8,
  EAGAIN: 11,
  ENOMEM: 12,
  EFAULT: 14,
  EEXIST: 17,
  EINVAL: 22,
  ENOSYS: 38,
} as const;

/** Name of an error number. */
export type ErrnoName = keyof typeof ERRNO;

/** The name of a returned value, or null where it is no error. */
export function errnoName(ret: number | null): ErrnoName | null {
  if (ret === null || ret >= 0) return null;
  for (const name of NAMES) if (ERRNO[name] === -ret) return name;
  return null;
}

const NAMES = Object.keys(ERRNO) as ErrnoName[];
