// breaks: house/calendar-fields-are-ours
export const Day = ({ isDay }: { isDay: boolean }) => <input type={isDay ? 'date' : 'datetime-local'} />;
