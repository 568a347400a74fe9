/* SPDX-License-Identifier: MIT */
/* The cases that need no module. */
#ifndef QUESTIONS_H
#define QUESTIONS_H

#include "case.h"
#include "options.h"

/* Asks all, as lines to `out` or, if that is -1, as text; returns how many. */
int questions_ask(int kvm, const struct options *options, int out);

#endif
