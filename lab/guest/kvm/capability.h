/* SPDX-License-Identifier: MIT */
#ifndef CAPABILITY_H
#define CAPABILITY_H

/* KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED, younger than the headers. */
#define CAPABILITY_CACHEABLE_PFNMAP 243

/* Answer of KVM_CHECK_EXTENSION, or the negative errno. */
int capability_ask(int fd);
void capability_line(const char *on, int answer, int out);

#endif
