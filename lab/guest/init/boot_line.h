/* SPDX-License-Identifier: MIT */
#ifndef BOOT_LINE_H
#define BOOT_LINE_H

/* Kernel, mode, raw registers and the probes that could not be placed. */
void boot_line(int lab, int out);

#endif
