// SPDX-License-Identifier: MIT
#include "guest.h"

extern const char guest_load[], guest_store[], guest_execute[];
extern const char guest_unaligned_load[], guest_dc_zva[], guest_exclusives[];
extern const char guest_load_store[], guest_load_execute[];

static const struct {
	const char *name;
	const char *entry;
} operations[] = {
	[OP_LOAD] = { "load", guest_load },
	[OP_STORE] = { "store", guest_store },
	[OP_EXECUTE] = { "execute", guest_execute },
	[OP_UNALIGNED_LOAD] = { "unaligned-load", guest_unaligned_load },
	[OP_DC_ZVA] = { "dc-zva", guest_dc_zva },
	[OP_EXCLUSIVES] = { "exclusives", guest_exclusives },
	[OP_LOAD_STORE] = { "load-store", guest_load_store },
	[OP_LOAD_EXECUTE] = { "load-execute", guest_load_execute },
};

const char *guest_op_name(enum guest_op op)
{
	return operations[op].name;
}

uint64_t guest_entry(enum guest_op op)
{
	return (uint64_t)(operations[op].entry - guest_begin);
}
