// SPDX-License-Identifier: MIT
#include "klog.h"

#include <stdlib.h>
#include <string.h>
#include <sys/klog.h>

#define SYSLOG_READ_ALL		3
#define SYSLOG_SIZE_BUFFER	10

/* The first lines of a log that has wrapped are gone, and with them the list of features. */
static enum klog_answer listed(const char *log, const char *feature)
{
	if (strstr(log, feature))
		return KLOG_YES;
	return strstr(log, "CPU features: detected:") ? KLOG_NO : KLOG_UNKNOWN;
}

/* Older kernels say "Hyp mode" where later ones say "Hyp nVHE mode". */
static const char *mode_of(const char *log)
{
	static const struct {
		const char *said, *mode;
	} known[] = {
		{ ": Protected hVHE mode initialized", "protected" },
		{ ": Protected nVHE mode initialized", "protected" },
		{ ": Hyp nVHE mode initialized", "nVHE" },
		{ ": Hyp hVHE mode initialized", "nVHE" },
		{ ": Hyp mode initialized", "nVHE" },
		{ ": VHE mode initialized", "VHE" },
		{ ": VHE+NV2 mode initialized", "VHE" },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strstr(log, known[i].said))
			return known[i].mode;
	return NULL;
}

struct klog klog_look(void)
{
	struct klog found = { 0 };
	int size = klogctl(SYSLOG_SIZE_BUFFER, NULL, 0);
	char *log = size > 0 ? malloc((size_t)size + 1) : NULL;
	int length = log ? klogctl(SYSLOG_READ_ALL, log, size) : -1;

	if (length >= 0) {
		log[length] = '\0';
		found.fwb = listed(log, "Stage-2 Force Write-Back");
		found.dic = listed(log, "Instruction cache invalidation not required");
		found.mode = mode_of(log);
	}
	free(log);
	return found;
}
