// SPDX-License-Identifier: MIT
#define _GNU_SOURCE
#include "line.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char text[32768];
static size_t used;

/* A torn or shortened line is worse than none: the reader would trust it. */
static void add(const char *format, ...)
{
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(text + used, sizeof(text) - used, format, arguments);
	va_end(arguments);
	if (length < 0 || (size_t)length >= sizeof(text) - used) {
		fprintf(stderr, "line longer than %zu bytes\n", sizeof(text));
		abort();
	}
	used += (size_t)length;
}

static void key_of(const char *key)
{
	char last = used ? text[used - 1] : '{';

	if (last != '{' && last != '[')
		add(",");
	if (key)
		add("\"%s\":", key);
}

void line_begin(const char *is)
{
	used = 0;
	add("@lab {");
	line_text("is", is);
}

/* Paths and kernel releases are the only free text here; JSON wants these escaped. */
void line_text(const char *key, const char *value)
{
	if (!value) {
		line_null(key);
		return;
	}
	key_of(key);
	add("\"");
	for (; *value; value++) {
		unsigned char c = (unsigned char)*value;

		if (c == '"' || c == '\\')
			add("\\%c", c);
		else if (c < 0x20)
			add("\\u%04x", c);
		else
			add("%c", c);
	}
	add("\"");
}

void line_number(const char *key, long long value)
{
	key_of(key);
	add("%lld", value);
}

void line_hex(const char *key, uint64_t value)
{
	key_of(key);
	add("\"0x%llx\"", (unsigned long long)value);
}

void line_bool(const char *key, int value)
{
	key_of(key);
	add(value ? "true" : "false");
}

void line_null(const char *key)
{
	key_of(key);
	add("null");
}

void line_errno(const char *key, int error)
{
	const char *name = error ? strerrorname_np(error) : NULL;
	char number[16];

	if (error && !name) {
		snprintf(number, sizeof(number), "%d", error);
		name = number;
	}
	line_text(key, name);
}

void line_open(const char *key, char bracket)
{
	key_of(key);
	add("%c", bracket);
}

void line_close(char bracket)
{
	add("%c", bracket);
}

void line_end(int fd)
{
	size_t done = 0;

	add("}\n");
	while (done < used) {
		ssize_t written = write(fd, text + done, used - done);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0) {
			perror("write");
			exit(1);
		}
		done += (size_t)written;
	}
}
