import { wake } from '../wake.ts';

wake('decide', () => import('./alive.ts'));
