// breaks: house/forms-name-their-person
export const Nameless = () => <form method="post" action="/kunjungan" />;
