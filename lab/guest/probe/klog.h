/* SPDX-License-Identifier: MIT */
/* Two CPU features and KVM's mode, from the kernel's own log where it may be read. */
#ifndef KLOG_H
#define KLOG_H

enum klog_answer { KLOG_UNKNOWN, KLOG_NO, KLOG_YES };

struct klog {
	enum klog_answer fwb, dic;
	const char *mode;	/* "VHE", "nVHE", "protected"; null: not found */
};

struct klog klog_look(void);

#endif
