/* SPDX-License-Identifier: MIT */
/* One run of the guest, to its report, its exception or KVM's refusal. */
#ifndef RUN_H
#define RUN_H

#include "vm.h"

enum run_at { AT_NOTHING, AT_DOORBELL, AT_REGION, AT_EXCEPTION, AT_FAULT, AT_OTHER };

struct run {
	int error;		/* errno of KVM_RUN; EINTR: the guest did not stop in time */
	uint32_t exit;		/* KVM_EXIT_*, if no error */
	enum run_at at;
	bool write;		/* AT_REGION */
	uint64_t value;		/* AT_DOORBELL */
	uint64_t esr, far;	/* AT_EXCEPTION */
	uint64_t gpa, flags;	/* AT_REGION, AT_FAULT, AT_OTHER */
};

/* Lets SIGALRM interrupt KVM_RUN; once, before the first run. */
void run_setup(void);
struct run run_guest(const struct vm *vm);
/* How the guest stopped, for a reader. */
const char *run_words(const struct run *run);
void run_line(const char *key, const struct run *run);

#endif
