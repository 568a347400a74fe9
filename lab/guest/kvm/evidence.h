/* SPDX-License-Identifier: MIT */
/* What the module saw of a run. All of it is empty without the module. */
#ifndef EVIDENCE_H
#define EVIDENCE_H

#include <stdint.h>

#include "../module/stage2_lab.h"

struct evidence {
	struct s2l_calls calls;
	struct s2l_leaf leaf;
	struct s2l_frames frames;
	struct s2l_host host;
};

void evidence_start(int lab, uint64_t ipa, uint64_t size);
/* To be called while the VM still exists. */
void evidence_stop(int lab, uint64_t ipa, struct evidence *out);
/* Over the whole slot, and while the VM still exists. */
void evidence_frames(int lab, uint64_t ipa, const char *address, uint64_t size,
		     struct evidence *out);
/* Reads the address first, so that a VMA that is filled by fault has an entry. */
void evidence_host(int lab, const char *address, struct evidence *out);
/* map, relax, maintenance, leaf, frames and host. */
void evidence_lines(const struct evidence *evidence);

#endif
