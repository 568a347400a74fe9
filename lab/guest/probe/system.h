/* SPDX-License-Identifier: MIT */
/* What user space may know of kernel and CPU without the module. */
#ifndef SYSTEM_H
#define SYSTEM_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/utsname.h>

#include "klog.h"

#define MAX_MIDRS 8

struct system {
	struct utsname name;
	uint64_t ctr;			/* of the CPU that answers; the kernel may have sanitised it */
	bool cpuid;			/* HWCAP_CPUID: the next two are emulated for us */
	uint64_t midr;
	uint64_t mmfr2;			/* the user view: it does not show FWB */
	unsigned int midr_count;	/* different kinds of CPU, from sysfs */
	uint64_t midrs[MAX_MIDRS];
	struct klog log;
};

struct system system_look(void);
void system_line(const struct system *system, int out);
void system_say(const struct system *system);

#endif
