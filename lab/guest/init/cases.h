/* SPDX-License-Identifier: MIT */
/* The whole set: the same cases, in the same order, on every kernel and CPU. */
#ifndef CASES_H
#define CASES_H

#include "case.h"

typedef void case_visit(const struct lab_case *c, void *context);

void cases_each(case_visit *visit, void *context);

#endif
