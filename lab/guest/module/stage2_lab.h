/* SPDX-License-Identifier: GPL-2.0 OR MIT */
/*
 * What /dev/stage2-lab and the programs in lab/guest say to each other.
 * The numbers here are ours and stay the same over kernel versions; the
 * kernel's own bit numbers do not.
 */
#ifndef STAGE2_LAB_H
#define STAGE2_LAB_H

#include <linux/ioctl.h>
#include <linux/types.h>

/*
 * The mmap offset, in pages, says what VMA is wanted. Bits [3:0] pick the
 * memory and how it gets into the page table, [5:4] the protection, [10:9] that
 * of the entries, the rest are flags. Bit 16 and up: first page within that memory.
 */
#define S2L_MEMORY_RAM		(1u << 0)	/* else the hole */
#define S2L_BY_FAULT		(1u << 1)	/* else remap_pfn_range() */
#define S2L_HUGE		(1u << 2)	/* by fault: offer 2 MiB entries */
#define S2L_MIXEDMAP		(1u << 3)	/* VM_MIXEDMAP, no VM_PFNMAP; by fault only */
#define S2L_PGPROT_SHIFT	4
#define S2L_PGPROT_MASK		(3u << S2L_PGPROT_SHIFT)
#define S2L_CACHEABLE		(0u << S2L_PGPROT_SHIFT)
#define S2L_WRITECOMBINE	(1u << S2L_PGPROT_SHIFT)
#define S2L_NGNRE		(2u << S2L_PGPROT_SHIFT)
#define S2L_NGNRNE		(3u << S2L_PGPROT_SHIFT)
#define S2L_IO			(1u << 6)	/* VM_IO; remap_pfn_range() sets it always */
#define S2L_ANY_UNCACHED	(1u << 7)	/* VM_ALLOW_ANY_UNCACHED, from 6.9 */
/* By fault: entries of a type of their own, by vmf_insert_pfn_prot(), as TTM makes them. */
#define S2L_ENTRY		(1u << 8)
#define S2L_ENTRY_SHIFT		9		/* [10:9], numbered as the protection */
#define S2L_BY_PAGE		(1u << 11)	/* vm_insert_page() at mmap; RAM only */
#define S2L_REPEATED		(1u << 12)	/* remap: the second half shows the frames of the first */
#define S2L_FIRST_PAGE_SHIFT	16

/* Bytes that the hole and the RAM buffer each have. */
#define S2L_MEMORY_BYTES	(2u << 20)

/* VMA flags, in our numbering. */
#define S2L_VM_READ		(1u << 0)
#define S2L_VM_WRITE		(1u << 1)
#define S2L_VM_EXEC		(1u << 2)
#define S2L_VM_SHARED		(1u << 3)
#define S2L_VM_PFNMAP		(1u << 4)
#define S2L_VM_MIXEDMAP		(1u << 5)
#define S2L_VM_IO		(1u << 6)
#define S2L_VM_ANY_UNCACHED	(1u << 7)
#define S2L_VM_MTE_ALLOWED	(1u << 8)

struct s2l_vma {
	__u64 address;		/* in */
	__u64 start;
	__u64 end;
	__u32 flags;		/* S2L_VM_* */
	__u32 attr_indx;	/* AttrIndx of vm_page_prot */
};

#define S2L_MODE_VHE		0
#define S2L_MODE_NVHE		1
#define S2L_MODE_PROTECTED	2

/* Raw registers of the CPU that answers, not what user space is shown. */
struct s2l_registers {
	__u64 midr;
	__u64 ctr;
	__u64 mmfr2;
	__u64 clidr;
	__u32 mode;
	__u32 pad;
};

/* Stage-2 protection, in our numbering. */
#define S2L_PROT_R		(1u << 0)
#define S2L_PROT_W		(1u << 1)
#define S2L_PROT_PX		(1u << 2)
#define S2L_PROT_UX		(1u << 3)
#define S2L_PROT_DEVICE		(1u << 4)
#define S2L_PROT_NORMAL_NC	(1u << 5)

#define S2L_CALL_MAP		1
#define S2L_CALL_RELAX		2
#define S2L_CALL_DCACHE		3
#define S2L_CALL_ICACHE		4

struct s2l_call {
	__u32 kind;		/* S2L_CALL_* */
	__s32 result;		/* map, relax: what the function returned */
	__u64 ipa;
	__u64 size;		/* bytes */
	__u64 raw_prot;
	__u32 prot;		/* S2L_PROT_* */
	__u32 pad;
};

#define S2L_MAX_CALLS		32

/* Start forgets what was recorded; stop ends the recording and hands it out. */
struct s2l_range {
	__u64 ipa;
	__u64 size;
};

struct s2l_calls {
	__u32 count;
	__u32 lost;		/* calls that had no room */
	struct s2l_call call[S2L_MAX_CALLS];
};

#define S2L_WALKED_VTTBR	(1u << 0)
#define S2L_WALKED_PGT		(1u << 1)

struct s2l_leaf {
	__u64 ipa;		/* in */
	__u64 by_vttbr;		/* last descriptor reached, valid or not */
	__u64 by_pgt;
	__u32 walked;		/* S2L_WALKED_* */
	__u32 pad;
	__s32 level_vttbr;
	__s32 level_pgt;
};

/* The host's own entry for an address of the caller, and what the CPU makes of it. */
struct s2l_host {
	__u64 address;		/* in */
	__u64 descriptor;	/* last descriptor reached, valid or not */
	__u64 mair;		/* MAIR_EL1, under VHE that of EL2 */
	__u64 par;		/* PAR_EL1 after AT S1E0R */
	__s32 level;
	__u32 pad;
};

/* Pages that have both a stage-2 leaf and an entry of the host, over a range. */
struct s2l_frames {
	__u64 address;		/* in */
	__u64 ipa;		/* in */
	__u64 size;		/* in; bytes */
	__u32 mapped;
	__u32 other;		/* of these, pages whose leaf leads to another frame */
};

struct s2l_missing {
	char name[48];
	__s32 error;		/* -ENOENT: this kernel has no such function */
	__u32 pad;
};

#define S2L_MAX_PROBES		8

struct s2l_probes {
	__u32 count;
	__u32 pad;
	struct s2l_missing missing[S2L_MAX_PROBES];
};

#define S2L_VMA		_IOWR('2', 1, struct s2l_vma)
#define S2L_REGISTERS	_IOR('2', 2, struct s2l_registers)
#define S2L_START	_IOW('2', 3, struct s2l_range)
#define S2L_STOP	_IOR('2', 4, struct s2l_calls)
#define S2L_LEAF	_IOWR('2', 5, struct s2l_leaf)
#define S2L_PROBES	_IOR('2', 6, struct s2l_probes)
#define S2L_HOST	_IOWR('2', 7, struct s2l_host)
#define S2L_FRAMES	_IOWR('2', 8, struct s2l_frames)

#endif
