/* SPDX-License-Identifier: MIT */
/* The few instructions that run inside the guest, and where things lie for it. */
#ifndef GUEST_H
#define GUEST_H

/* Intermediate physical addresses. No memslot lies over the doorbell. */
#define GUEST_DOORBELL	0x10000000
#define GUEST_REGION	0x40000000
#define GUEST_CODE	0x80000000

/* Stores to these offsets of the doorbell end a run. */
#define DOORBELL_VALUE	0
#define DOORBELL_ESR	8
#define DOORBELL_FAR	16

/* Two RET instructions: what the guest loads, and what it can jump to. */
#define GUEST_SEED	0xd65f03c0d65f03c0
#define GUEST_STORED	0x5354414745320001

#ifndef __ASSEMBLER__
#include <stdint.h>

enum guest_op {
	OP_LOAD, OP_STORE, OP_EXECUTE,
	OP_UNALIGNED_LOAD, OP_DC_ZVA, OP_EXCLUSIVES,
	OP_LOAD_STORE, OP_LOAD_EXECUTE,	/* the second one meets what the first one mapped */
};

extern const char guest_begin[], guest_vectors[], guest_end[];
const char *guest_op_name(enum guest_op op);
/* Offset of the operation's first instruction from guest_begin. */
uint64_t guest_entry(enum guest_op op);
#endif

#endif
