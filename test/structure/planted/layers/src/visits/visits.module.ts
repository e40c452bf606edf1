// breaks: known-places-only
import { tool } from './helpers/tool.js';
import { route } from './http/route.js';
import { job } from './jobs/job.js';
import { page } from './pages/page.js';

export const visitsModule = [route, job, page, tool];
