import { MonthlyReportEntity } from './monthly-report.entity.js';

/** The tables of this feature. */
export const sinergiEntities = [MonthlyReportEntity];
