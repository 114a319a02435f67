"""The post: letters from the outbox as messages, handed to a mail server. Off until an operator names one."""
