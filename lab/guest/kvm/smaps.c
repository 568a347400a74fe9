// SPDX-License-Identifier: MIT
#include "smaps.h"

#include <stdio.h>
#include <string.h>

#include "../module/stage2_lab.h"

static uint32_t flag_of(const char *letters)
{
	static const struct {
		char letters[3];
		uint32_t bit;
	} known[] = {
		{ "rd", S2L_VM_READ }, { "wr", S2L_VM_WRITE }, { "ex", S2L_VM_EXEC },
		{ "sh", S2L_VM_SHARED }, { "pf", S2L_VM_PFNMAP }, { "mm", S2L_VM_MIXEDMAP },
		{ "io", S2L_VM_IO }, { "mt", S2L_VM_MTE_ALLOWED },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (!strcmp(known[i].letters, letters))
			return known[i].bit;
	return 0;
}

int smaps_flags(const void *address, uint32_t *flags)
{
	FILE *smaps = fopen("/proc/self/smaps", "re");
	unsigned long wanted = (unsigned long)address, start, end;
	int here = 0, result = -1;
	char line[512];

	if (!smaps)
		return -1;
	while (result < 0 && fgets(line, sizeof(line), smaps)) {
		if (sscanf(line, "%lx-%lx ", &start, &end) == 2) {
			here = start <= wanted && wanted < end;
		} else if (here && !strncmp(line, "VmFlags:", 8)) {
			*flags = 0;
			for (char *word = strtok(line + 8, " \n"); word; word = strtok(NULL, " \n"))
				*flags |= flag_of(word);
			result = 0;
		}
	}
	fclose(smaps);
	return result;
}
