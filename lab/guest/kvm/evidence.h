/* SPDX-License-Identifier: MIT */
/* What the module saw of a run. All of it is empty without the module. */
#ifndef EVIDENCE_H
#define EVIDENCE_H

#include <stdint.h>

#include "../module/stage2_lab.h"

struct evidence {
	struct s2l_calls calls;
	struct s2l_leaf leaf;
};

void evidence_start(int lab, uint64_t ipa, uint64_t size);
/* To be called while the VM still exists. */
void evidence_stop(int lab, uint64_t ipa, struct evidence *out);
/* map, relax, maintenance and leaf. */
void evidence_lines(const struct evidence *evidence);

#endif
