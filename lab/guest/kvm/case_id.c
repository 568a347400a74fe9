// SPDX-License-Identifier: MIT
#include <linux/kvm.h>
#include <stdio.h>
#include <string.h>

#include "case.h"

static void word(char *id, size_t size, const char *text)
{
	size_t used = strlen(id);

	snprintf(id + used, size - used, "%s%s", used ? "-" : "", text);
}

/* The same words in the same order whatever kernel and CPU: ids are compared over both. */
void case_id(const struct lab_case *c, char *id, size_t size)
{
	id[0] = '\0';
	if (c->two)
		word(id, size, "two");
	vma_words(&c->vma, id, size);
	if (c->two) {
		word(id, size, "then");
		vma_words(&c->second, id, size);
	}
	if (c->slot_flags & KVM_MEM_READONLY)
		word(id, size, "readonly");
	if (c->slot_flags & KVM_MEM_LOG_DIRTY_PAGES)
		word(id, size, "dirty-at-creation");
	if (c->move == MOVE_FLAGS)
		word(id, size, "dirty-by-flags");
	if (c->move == MOVE_REPLACE) {
		word(id, size, "replaced-by");
		vma_words(&c->move_vma, id, size);
	}
	word(id, size, c->slot_only ? "slot" : guest_op_name(c->op));
	if (c->two)
		word(id, size, c->at_second ? "second" : "first");
	if (c->mmu)
		word(id, size, "mmu-on");
}
