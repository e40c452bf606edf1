// breaks: house/calendar-fields-are-ours
export const Month = () => <input name="bulan" type="month" />;
