export const Search = () => <input type="search" name="date" placeholder="month" />;
