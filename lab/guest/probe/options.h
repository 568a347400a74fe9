/* SPDX-License-Identifier: MIT */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct options {
	bool json;
	const char *device;	/* null: none */
	uint64_t offset;
	size_t size;
};

/* Leaves the program for --help (0) and for what it does not understand (2). */
struct options options_read(int argc, char **argv);

#endif
