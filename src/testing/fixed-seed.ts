import fc from 'fast-check';

/** Properties try the same cases at every run, so that a failure is a change's own; FC_SEED=1 (2, 3, …) tries others. */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261125) });
