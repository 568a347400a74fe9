/* SPDX-License-Identifier: MIT */
/* One line of the log protocol: "@lab " and one JSON object, in one write(2). */
#ifndef LINE_H
#define LINE_H

#include <stdint.h>

void line_begin(const char *is);
/* Each adds `"key":value`, with a comma where one is due. A null key: an array element. */
void line_text(const char *key, const char *value);	/* a null value is null */
void line_number(const char *key, long long value);
void line_hex(const char *key, uint64_t value);
void line_bool(const char *key, int value);
void line_null(const char *key);
/* errno as a name, null for 0; takes it positive. */
void line_errno(const char *key, int error);
void line_open(const char *key, char bracket);		/* '{' or '[' */
void line_close(char bracket);
void line_end(int fd);

#endif
