/** What stands before the set-up: the values, the phases and the state. */
export const PROMELA_STATE = `#define OLD 0
#define SECRET 1
#define ZEROS 2
#define OWNER 3
#define GUEST 4

#define EMPTY 0
#define A_RUNS 1
#define FREED 2
#define SCRUBBED 3
#define SLOT 4
#define MAPPED 5
#define REFUSED 6
#define FAILED 7
#define CHOOSING 8

#define CLEAN 1
#define DIRTY 2

byte phase = CHOOSING;
byte memory, line, held, instruction, latest;
`;

/**
 * The moves of the page, for whoever says what the set-up is, what breaking a property does, and how a
 * set-up is chosen: `ownerCached` and its like, NO_LEAK and its like, `choose()`. Each move is one
 * d_step. It says the rules of `src/model/machine` a second time, so that a prover which is not ours can
 * be asked; the tests hold what it answered against the machine.
 */
export const PROMELA_MOVES = `#define IN_USE (phase >= SCRUBBED && phase <= MAPPED)

#define BREAKS(condition, property) if :: condition -> property :: else fi

inline outdate(value) {
  if
  :: memory == value -> memory = OLD
  :: else
  fi;
  if
  :: held && line == value -> line = OLD
  :: else
  fi;
  if
  :: dic -> instruction = 0
  :: !dic && instruction == value + 1 -> instruction = OLD + 1
  :: else
  fi;
  latest = value
}

inline writeBack() {
  if
  :: held == DIRTY -> memory = line; held = CLEAN
  :: else
  fi
}

#define OWNER_SEES(value) BREAKS(value != latest, COHERENT)
#define GUEST_SEES(value) BREAKS(value == SECRET, NO_LEAK); BREAKS(value != latest, COHERENT)
#define FETCHED(value) instruction = value + 1; BREAKS(value == SECRET, NO_STALE_FETCH)

active proctype page() {
  atomic { choose(); phase = EMPTY };
end:
  do
  /* tenant A */
  :: d_step { phase == EMPTY -> memory = SECRET; phase = A_RUNS }
  :: d_step { phase == EMPTY && ownerCached -> line = SECRET; held = DIRTY; phase = A_RUNS }
  :: d_step { phase == EMPTY && ownerCached -> memory = SECRET; line = SECRET; held = CLEAN; phase = A_RUNS }
  :: d_step { phase == A_RUNS && fetches -> instruction = SECRET + 1 }
  :: d_step { phase == A_RUNS -> phase = FREED }

  /* the owner */
  :: d_step { phase == FREED && (ownerCached || held) -> outdate(ZEROS); line = ZEROS; held = DIRTY; phase = SCRUBBED }
  :: d_step { phase == FREED && !ownerCached -> outdate(ZEROS); memory = ZEROS; phase = SCRUBBED }
  :: d_step { IN_USE && (ownerCached || held) -> outdate(OWNER); line = OWNER; held = DIRTY }
  :: d_step { IN_USE && !ownerCached -> outdate(OWNER); memory = OWNER }
  :: d_step { IN_USE && held -> OWNER_SEES(line) }
  :: d_step { IN_USE && ownerCached && !held -> line = memory; held = CLEAN; OWNER_SEES(line) }
  :: d_step { IN_USE && !ownerCached -> OWNER_SEES(memory) }

  /* KVM */
  :: d_step { phase == SCRUBBED && accepted -> phase = SLOT }
  :: d_step { phase == SCRUBBED && !accepted -> phase = REFUSED }
  :: d_step { phase == SLOT && !mapped -> NO_LATE_FAILURE; phase = FAILED }
  :: d_step {
       phase == SLOT && mapped ->
       if
       :: cleans -> writeBack(); line = 0; held = 0
       :: else
       fi;
       if
       :: invalidates -> instruction = 0
       :: else
       fi;
       BREAKS(loses, KEEPS_CACHEABLE);
       phase = MAPPED
     }

  /* tenant B */
  :: d_step { phase == MAPPED && held -> GUEST_SEES(line) }
  :: d_step { phase == MAPPED && guestCached && !held -> line = memory; held = CLEAN; GUEST_SEES(line) }
  :: d_step { phase == MAPPED && !guestCached -> GUEST_SEES(memory) }
  :: d_step { phase == MAPPED && (guestCached || held) -> outdate(GUEST); line = GUEST; held = DIRTY }
  :: d_step { phase == MAPPED && !guestCached -> outdate(GUEST); memory = GUEST }
  :: d_step { phase == MAPPED && fetches && instruction -> BREAKS(instruction == SECRET + 1, NO_STALE_FETCH) }
  :: d_step { phase == MAPPED && fetches && !instruction && held -> FETCHED(line) }
  :: d_step { phase == MAPPED && fetches && !instruction && fetchCached && !held -> line = memory; held = CLEAN; FETCHED(line) }
  :: d_step { phase == MAPPED && fetches && !instruction && !fetchCached -> FETCHED(memory) }

  /* the cache, unasked */
  :: d_step { held == DIRTY -> writeBack() }
  :: d_step { held == CLEAN -> line = 0; held = 0 }
  :: d_step {
       !held && phase >= A_RUNS && (ownerCached || (phase == MAPPED && (guestCached || fetchCached))) ->
       line = memory;
       held = CLEAN
     }

  /* maintenance by VA, by the owner and by B; what one can do the other can */
  :: d_step { IN_USE -> writeBack() }
  :: d_step { IN_USE -> writeBack(); line = 0; held = 0 }
  :: d_step { IN_USE -> instruction = 0 }
  :: d_step { phase == MAPPED -> writeBack() }
  :: d_step { phase == MAPPED -> writeBack(); line = 0; held = 0 }
  :: d_step { phase == MAPPED -> instruction = 0 }
  od
}
`;
