/* SPDX-License-Identifier: MIT */
/* Debian's own graphics driver, on an emulated card: its memory under a memslot. */
#ifndef DRIVER_H
#define DRIVER_H

#include "cases.h"

/* Loads the driver and makes a buffer in the card's memory; `file` is then to be mapped. */
void driver_setup(struct vma_file *file);
/* The driver and the card that it took. */
void driver_line(int out);
void driver_cases_each(case_visit *visit, void *context);

#endif
