export const Search = () => <form method="get" action="/kunjungan" />;
