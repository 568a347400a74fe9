// SPDX-License-Identifier: MIT
#include "options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MAX_DEVICE_BYTES (2u << 20)

static const char usage[] =
	"probe [--json] [--device PATH [--offset BYTES] [--size BYTES]]\n"
	"\n"
	"Asks this machine's KVM what it decides, with VMs that end with the program.\n"
	"It changes nothing and needs only /dev/kvm.\n"
	"\n"
	"--json           lines that can be sent, instead of text\n"
	"--device PATH    also asks for a memslot over an mmap of PATH, for example\n"
	"                 /sys/bus/pci/devices/.../resource0 as root; no guest runs on it,\n"
	"                 so that memory is mapped but never read or written\n"
	"--offset BYTES   where in PATH, a multiple of the page size (0)\n"
	"--size BYTES     how much of it, a multiple of the page size up to 2 MiB (4096)\n";

static void refuse(const char *what, const char *value)
{
	fprintf(stderr, "probe: %s: %s\nTry probe --help.\n", what, value);
	exit(2);
}

static uint64_t multiple_of_page(const char *text)
{
	unsigned long page = (unsigned long)sysconf(_SC_PAGESIZE);
	char *end;
	unsigned long long value;

	errno = 0;
	value = strtoull(text, &end, 0);
	if (errno || end == text || *end || value % page)
		refuse("not a multiple of the page size", text);
	return value;
}

static const char *value_of(int argc, char **argv, int *i)
{
	if (*i + 1 >= argc)
		refuse("needs a value", argv[*i]);
	return argv[++*i];
}

struct options options_read(int argc, char **argv)
{
	struct options options = { .size = (size_t)sysconf(_SC_PAGESIZE) };

	for (int i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "--help")) {
			fputs(usage, stdout);
			exit(0);
		} else if (!strcmp(argv[i], "--json")) {
			options.json = true;
		} else if (!strcmp(argv[i], "--device")) {
			options.device = value_of(argc, argv, &i);
		} else if (!strcmp(argv[i], "--offset")) {
			options.offset = multiple_of_page(value_of(argc, argv, &i));
		} else if (!strcmp(argv[i], "--size")) {
			options.size = multiple_of_page(value_of(argc, argv, &i));
		} else {
			refuse("not understood", argv[i]);
		}
	}
	if (!options.size || options.size > MAX_DEVICE_BYTES)
		refuse("size", "from one page to 2 MiB");
	return options;
}
