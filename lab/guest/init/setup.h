/* SPDX-License-Identifier: MIT */
/* What PID 1 owes to an empty machine. */
#ifndef SETUP_H
#define SETUP_H

void setup_mounts(void);
void setup_short_waits(void);
/* The kernel's own messages would tear our lines. */
void setup_quiet_console(void);
/* Loads the lab's module and opens its device. */
int setup_module(const char *path);
void setup_power_off(void) __attribute__((noreturn));
void die(const char *what) __attribute__((noreturn));

#endif
