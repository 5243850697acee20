import { archiveCases } from '../testing/archive-cases.js';
import { openMemoryArchive } from './memory.js';

archiveCases({ name: 'memory', open: () => Promise.resolve(openMemoryArchive()) });
