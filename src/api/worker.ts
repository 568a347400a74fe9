import { answerWith } from '../worker/answer.ts';
import { cachedApi } from './cache.ts';

answerWith(cachedApi);
